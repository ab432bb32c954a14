package dev.heddle.transport.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.core.remote.Transport;
import dev.heddle.core.spring.HeddleProperties;
import dev.heddle.transport.GrpcTransport;
import dev.heddle.transport.TransportOptions;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

class TransportAutoConfigurationTest {
  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(TransportAutoConfiguration.class));

  @Test
  void givesAnApplicationItsTransport() {
    application.run(
        context -> assertThat(context.getBean(Transport.class)).isInstanceOf(GrpcTransport.class));
  }

  @Test
  void leavesOneOfTheApplicationsOwn() {
    Transport own =
        (Transport)
            Proxy.newProxyInstance(
                Transport.class.getClassLoader(),
                new Class<?>[] {Transport.class},
                (_, _, _) -> null);
    application
        .withBean(Transport.class, () -> own)
        .run(context -> assertThat(context.getBean(Transport.class)).isSameAs(own));
  }

  @Test
  void wantsACertificateWithItsKey() {
    application
        .withPropertyValues("heddle.transport.tls.certificate=own.pem")
        .run(
            context ->
                assertThat(context)
                    .hasFailed()
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("a certificate without its key"));
  }

  @Test
  void lendsItsEventLoopUnlessToldNotTo() {
    application.run(context -> assertThat(options(context).lending()).isTrue());
    application
        .withPropertyValues("heddle.transport.lending=false")
        .run(context -> assertThat(options(context).lending()).isFalse());
  }

  private static TransportOptions options(ApplicationContext context) {
    return context
        .getBean(TransportProperties.class)
        .options(context.getBean(HeddleProperties.class));
  }
}
