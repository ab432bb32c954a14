package dev.heddle.core.spring;

import dev.heddle.core.CallTracer;
import dev.heddle.core.HeddleRuntime;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.EnumSet;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every web request its context. */
@AutoConfiguration(after = HeddleAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({Filter.class, OncePerRequestFilter.class})
public class HeddleWebAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean(name = "heddleRequestFilter")
  FilterRegistrationBean<IngressFilter> heddleRequestFilter(
      HeddleRuntime runtime, HeddleProperties properties, ObjectProvider<CallTracer> tracer) {
    Optional<CallTracer> found = Optional.ofNullable(tracer.getIfUnique());
    FilterRegistrationBean<IngressFilter> filter =
        new FilterRegistrationBean<>(new IngressFilter(runtime, properties.front(), found));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
    filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
    return filter;
  }
}
