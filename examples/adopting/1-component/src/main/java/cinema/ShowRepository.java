package cinema;

import org.springframework.data.jpa.repository.JpaRepository;

interface ShowRepository extends JpaRepository<Show, String> {}
