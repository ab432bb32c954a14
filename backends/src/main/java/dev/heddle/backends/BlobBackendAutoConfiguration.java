package dev.heddle.backends;

import dev.heddle.component.capability.BlobStore;
import dev.heddle.core.spring.HeddleAutoConfiguration;
import dev.heddle.core.spring.HeddleProperties;
import dev.heddle.core.spring.RuntimeCustomizer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Puts the server that {@code heddle.blobs.backend} names behind the blob stores. */
@AutoConfiguration(before = HeddleAutoConfiguration.class)
@ConditionalOnMissingBean(BlobStore.class)
@ConditionalOnProperty(name = "heddle.blobs.backend", havingValue = "s3")
@EnableConfigurationProperties(S3Settings.class)
public class BlobBackendAutoConfiguration {

  @Bean
  S3BlobStore heddleS3Store(S3Settings settings) {
    return new S3BlobStore(settings);
  }

  @Bean
  RuntimeCustomizer heddleS3Start(S3BlobStore store, HeddleProperties properties) {
    return new BackendStart(store, properties.blobs().checkAtStart());
  }
}
