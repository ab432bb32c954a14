package dev.heddle.benchmarks;

import dev.heddle.core.ComponentCatalog;
import dev.heddle.core.HeddleRuntime;
import java.lang.reflect.Proxy;
import java.util.List;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.ProxyFactory;

/** The ways to one implementation that are compared. */
public enum Callers {
  DIRECT {
    @Override
    Orders to(Orders target) {
      return target;
    }
  },
  HEDDLE_STUB {
    @Override
    Orders to(Orders target) {
      HeddleRuntime runtime =
          HeddleRuntime.builder(new ComponentCatalog(List.of(new Orders_Descriptor()), List.of()))
              .implementation(Orders.class, () -> target)
              .build();
      runtime.start();
      return runtime.component("Benchmark", Orders.class);
    }
  },
  JDK_PROXY {
    @Override
    Orders to(Orders target) {
      return (Orders)
          Proxy.newProxyInstance(
              Orders.class.getClassLoader(),
              new Class<?>[] {Orders.class},
              (proxy, method, arguments) -> method.invoke(target, arguments));
    }
  },
  SPRING_AOP_JDK {
    @Override
    Orders to(Orders target) {
      return spring(target, false);
    }
  },
  SPRING_AOP_CGLIB {
    @Override
    Orders to(Orders target) {
      return spring(new OpenOrders(target), true);
    }
  };

  /** The way to {@code target}. */
  abstract Orders to(Orders target);

  private static Orders spring(Orders target, boolean subclass) {
    ProxyFactory factory = new ProxyFactory(target);
    factory.setProxyTargetClass(subclass);
    factory.addAdvice((MethodInterceptor) invocation -> invocation.proceed());
    return (Orders) factory.getProxy();
  }

  /** CGLIB can only subclass what is not final. */
  static class OpenOrders implements Orders {
    private final Orders target;

    OpenOrders(Orders target) {
      this.target = target;
    }

    @Override
    public long add(long one, long other) {
      return target.add(one, other);
    }

    @Override
    public long place(Order order) {
      return target.place(order);
    }
  }
}
