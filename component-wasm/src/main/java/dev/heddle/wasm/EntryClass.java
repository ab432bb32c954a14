package dev.heddle.wasm;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import dev.heddle.component.spi.GuestHost;
import dev.heddle.wasm.guest.Clocks;
import dev.heddle.wasm.guest.ImportedHost;
import dev.heddle.wasm.guest.Messages;
import dev.heddle.wasm.guest.OutgoingCall;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.RuntimeInvisibleAnnotationsAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.teavm.interop.Export;

/** Writes the class whose static methods are what a module exports. */
final class EntryClass {
  private static final ClassDesc BYTES = ClassDesc.ofDescriptor("[B");
  private static final ClassDesc CLOCKS = describe(Clocks.class);
  private static final ClassDesc HOST = describe(GuestHost.class);
  private static final ClassDesc IMPORTED_HOST = describe(ImportedHost.class);
  private static final ClassDesc MESSAGES = describe(Messages.class);
  private static final ClassDesc OUTGOING_CALL = describe(OutgoingCall.class);
  private static final ClassDesc OPTIONAL = describe(Optional.class);

  private final Candidate candidate;
  private final ClassDesc guest;
  private final ClassDesc self;

  private EntryClass(Candidate candidate) {
    this.candidate = candidate;
    guest = ClassDesc.of(candidate.guest());
    self = ClassDesc.of(candidate.entry());
  }

  /** The class file. */
  static byte[] write(Candidate candidate) {
    EntryClass entry = new EntryClass(candidate);
    return ClassFile.of()
        .build(
            entry.self,
            type -> {
              type.withVersion(ClassFile.JAVA_17_VERSION, 0).withFlags(AccessFlag.FINAL);
              entry.calls(type);
              if (candidate.streams()) entry.streams(type);
              if (candidate.sendsStreams()) sentStreams(type);
            });
  }

  private void calls(ClassBuilder type) {
    export(
        type,
        "heddle_new",
        MethodTypeDesc.of(BYTES, CD_int),
        code -> code.iload(0).newarray(TypeKind.BYTE).areturn());
    export(
        type,
        "heddle_start",
        MethodTypeDesc.of(CD_void),
        code -> {
          candidate
              .position(InstantSource.class)
              .ifPresent(
                  clock ->
                      code.loadConstant(clock)
                          .invokestatic(CLOCKS, "grant", MethodTypeDesc.of(CD_void, CD_int)));
          host(code).invokestatic(guest, "start", MethodTypeDesc.of(CD_void, HOST)).return_();
        });
    MethodTypeDesc invoke = MethodTypeDesc.of(BYTES, CD_int, BYTES);
    export(
        type,
        "heddle_invoke",
        invoke,
        code -> code.iload(0).aload(1).invokestatic(guest, "invoke", invoke).areturn());
  }

  private void streams(ClassBuilder type) {
    export(
        type,
        "heddle_open",
        MethodTypeDesc.of(BYTES, CD_int, CD_int, BYTES),
        code ->
            orNull(
                host(code)
                    .iload(0)
                    .iload(1)
                    .aload(2)
                    .invokestatic(
                        guest, "open", MethodTypeDesc.of(OPTIONAL, HOST, CD_int, CD_int, BYTES))));
    export(
        type,
        "heddle_next",
        MethodTypeDesc.of(BYTES, CD_int),
        code ->
            orNull(code.iload(0).invokestatic(guest, "next", MethodTypeDesc.of(OPTIONAL, CD_int))));
    MethodTypeDesc close = MethodTypeDesc.of(CD_void, CD_int);
    export(
        type,
        "heddle_close",
        close,
        code -> code.iload(0).invokestatic(guest, "close", close).return_());
  }

  private static void sentStreams(ClassBuilder type) {
    MethodTypeDesc pull = MethodTypeDesc.of(BYTES, CD_int);
    export(
        type,
        "heddle_pull",
        pull,
        code -> code.iload(0).invokestatic(OUTGOING_CALL, "pull", pull).areturn());
    MethodTypeDesc cancel = MethodTypeDesc.of(CD_void, CD_int);
    export(
        type,
        "heddle_cancel",
        cancel,
        code -> code.iload(0).invokestatic(OUTGOING_CALL, "cancel", cancel).return_());
  }

  private static CodeBuilder host(CodeBuilder code) {
    return code.getstatic(IMPORTED_HOST, "INSTANCE", IMPORTED_HOST);
  }

  private static void orNull(CodeBuilder code) {
    code.invokestatic(MESSAGES, "orNull", MethodTypeDesc.of(BYTES, OPTIONAL)).areturn();
  }

  private static void export(
      ClassBuilder type, String name, MethodTypeDesc descriptor, Consumer<CodeBuilder> body) {
    Annotation export =
        Annotation.of(describe(Export.class), AnnotationElement.ofString("name", name));
    type.withMethod(
        name,
        descriptor,
        ClassFile.ACC_STATIC,
        method ->
            method.with(RuntimeInvisibleAnnotationsAttribute.of(export)).withCode(body::accept));
  }

  private static ClassDesc describe(Class<?> type) {
    return ClassDesc.ofDescriptor(type.descriptorString());
  }
}
