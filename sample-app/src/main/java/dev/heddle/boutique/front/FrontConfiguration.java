package dev.heddle.boutique.front;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class FrontConfiguration implements WebMvcConfigurer {
  private final ShopperResolver shoppers;

  FrontConfiguration(ShopperResolver shoppers) {
    this.shoppers = shoppers;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(shoppers);
  }
}
