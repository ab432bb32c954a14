package dev.heddle.sandbox.spring;

import dev.heddle.core.sandbox.Sandbox;
import dev.heddle.core.spring.HeddleAutoConfiguration;
import dev.heddle.core.spring.HeddleProperties;
import dev.heddle.sandbox.WasmSandbox;
import dev.heddle.sandbox.admission.AdmissionProcess;
import dev.heddle.sandbox.cache.CompiledCache;
import dev.heddle.sandbox.endive.EndiveEngine;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Gives an application its sandbox. */
@AutoConfiguration(before = HeddleAutoConfiguration.class)
@EnableConfigurationProperties(HeddleProperties.class)
public class SandboxAutoConfiguration {

  /** The sandbox; one of the application's own takes its place. */
  @Bean
  @ConditionalOnMissingBean
  Sandbox sandbox(HeddleProperties properties) {
    Path directory =
        Optional.ofNullable(properties.sandbox().cacheDirectory())
            .orElseGet(CompiledCache::usersOwn)
            .toAbsolutePath();
    return new WasmSandbox(
        new EndiveEngine(Optional.of(CompiledCache.standard(directory))),
        Optional.of(new AdmissionProcess(Optional.of(directory), AdmissionProcess.PATIENCE)));
  }
}
