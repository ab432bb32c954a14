// > A component is reached only through its interface and the types of its signatures.
// >   at shop.SandboxedConfiguration (SandboxedConfiguration.java:13)
// >   found: Method <shop.SandboxedConfiguration.stored()> calls constructor <shop.cart.store.Stored.<init>(dev.heddle.component.capability.KeyValueStore, java.lang.String)>
// >   remedy: Use what the component's interface offers and make Stored package-private, or move it to a package that holds no component.
package shop;

import org.springframework.context.annotation.Configuration;
import shop.cart.store.Stored;

@Configuration(proxyBeanMethods = false)
class SandboxedConfiguration {
  Object stored() {
    return new Stored(null, "");
  }
}
