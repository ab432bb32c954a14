package dev.heddle.core.capability;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.heddle.component.capability.Log;
import dev.heddle.core.ComponentCatalog;
import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.TraceContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lines as Spring Boot's structured logging writes them, through a real Logback. */
class LoggingSystemLogTest {
  private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
  private final Logger logger = context.getLogger("component.Cart");
  private final Written written = new Written();
  private final Log log = new LoggingSystemLog("Cart", "r1");

  @BeforeEach
  void listen() {
    context.putObject(Environment.class.getName(), new MockEnvironment());
    written.start(context);
    logger.addAppender(written);
  }

  @AfterEach
  void listenNoLonger() {
    logger.detachAppender(written);
    MDC.clear();
  }

  @Test
  void aLineCarriesComponentRevisionCallerAndTrace() {
    TraceContext trace = TraceContext.create();
    try (HeddleRuntime runtime =
        HeddleRuntime.builder(new ComponentCatalog(List.of(), List.of())).build()) {
      runtime
          .requests()
          .run(
              runtime.requests().enter("Front", trace),
              () -> {
                log.info("added {} to a cart");
                return true;
              });
    }
    JsonNode line = written.line();
    assertThat(line.get("message").asString()).isEqualTo("added {} to a cart");
    assertThat(line.get("component").asString()).isEqualTo("Cart");
    assertThat(line.get("revision").asString()).isEqualTo("r1");
    assertThat(line.get("caller").asString()).isEqualTo("Front");
    assertThat(line.get("traceId").asString()).isEqualTo(trace.traceId());
    assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
  }

  @Test
  void outsideOfARequestThereIsNoTrace() {
    log.warn("alone");
    assertThat(written.line().get("component").asString()).isEqualTo("Cart");
    assertThat(written.line().has("traceId")).isFalse();
  }

  @Test
  void whatStoodInTheContextBeforeStandsThereAfterwards() {
    MDC.put("component", "outer");
    MDC.put("own", "kept");
    log.error("inner");
    assertThat(written.line().get("component").asString()).isEqualTo("Cart");
    assertThat(written.line().get("own").asString()).isEqualTo("kept");
    assertThat(MDC.get("component")).isEqualTo("outer");
    assertThat(MDC.get("revision")).isNull();
  }

  private static final class Written extends AppenderBase<ILoggingEvent> {
    private final StructuredLogEncoder encoder = new StructuredLogEncoder();
    private final List<String> lines = new ArrayList<>();

    void start(LoggerContext context) {
      encoder.setContext(context);
      encoder.setFormat("logstash");
      encoder.setCharset(StandardCharsets.UTF_8);
      encoder.start();
      setContext(context);
      start();
    }

    @Override
    protected void append(ILoggingEvent event) {
      lines.add(new String(encoder.encode(event), StandardCharsets.UTF_8));
    }

    JsonNode line() {
      assertThat(lines).hasSize(1);
      return JsonMapper.builder().build().readTree(lines.getFirst());
    }
  }
}
