package dev.heddle.transport;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.heddle.transport",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule standsOnTheFrameworkAndOnGrpc =
      classes()
          .that()
          .resideInAPackage("dev.heddle.transport")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.heddle.transport",
              "dev.heddle.transport.control.v1",
              "dev.heddle.core",
              "dev.heddle.core.control",
              "dev.heddle.core.remote",
              "dev.heddle.component..",
              "io.grpc..",
              "io.netty..",
              "com.google.protobuf..",
              "java..",
              "javax.naming..",
              "javax.net.ssl..",
              "org.slf4j..",
              "org.jspecify..");

  @ArchTest
  static final ArchRule onlyTheTransportIsSeenFromOutside =
      classes()
          .that()
          .arePublic()
          .and()
          .resideInAPackage("dev.heddle.transport")
          .should()
          .haveNameMatching(
              ".*\\.(GrpcControl|GrpcTransport|GrpcTransportFactory|TransportOptions|Tls.*)(\\$.*)?");

  @ArchTest
  static final ArchRule nobodyReflects =
      noClasses().should().dependOnClassesThat().resideInAPackage("java.lang.reflect..");
}
