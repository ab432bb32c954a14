package cinema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The same with each component call made as between processes: through bytes, on another thread.
 */
@TestPropertySource(properties = "heddle.copy-local-calls=true")
class CopiedCallsTest extends CinemaTest {
  @Autowired private Loyalty loyalty;
  @Autowired private TransactionTemplate transactions;

  @Test
  void theCallersTransactionEndsAtTheComponent() {
    transactions.executeWithoutResult(
        transaction -> {
          loyalty.earn("tony", UUID.randomUUID(), 20);
          transaction.setRollbackOnly();
        });

    assertThat(loyalty.points("tony")).isEqualTo(20);
  }
}
