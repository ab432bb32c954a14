package cinema;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface PointsRepository extends JpaRepository<PointsEntry, UUID> {

  @Query("select coalesce(sum(e.points), 0) from PointsEntry e where e.customer = :customer")
  int total(String customer);
}
