package dev.heddle.core.spring;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which calls become spans, where the application has set OpenTelemetry up.
 *
 * @param enabled Whether calls of sampled requests are recorded.
 * @param localCalls Whether those of them that stay in the process and outside the sandbox are
 *     recorded too; every local call then goes through the router.
 */
@ConfigurationProperties("heddle.tracing")
record TracingProperties(
    @DefaultValue("true") boolean enabled, @DefaultValue("false") boolean localCalls) {}
