// The Protobuf wire format, as far as Shipping's messages need it.

export enum Kind {
  VARINT = 0,
  FIXED64 = 1,
  BYTES = 2,
  FIXED32 = 5,
}

/** Goes through the fields of a message. No byte beyond its end is read. */
export class Reader {
  malformed: bool = false;
  /** The field that was read last: one of a varint has a value, every other has its bytes. */
  number: u32 = 0;
  kind: u32 = 0;
  value: u64 = 0;
  bytes: Uint8Array;
  private at: i32 = 0;

  constructor(private message: Uint8Array) {
    this.bytes = message;
  }

  /** Reads the next field; false at the end, and where the message is malformed. */
  next(): bool {
    if (this.malformed || this.at == this.message.length) return false;
    const tag = this.varint();
    this.number = u32(tag) >> 3;
    this.kind = u32(tag & 7);
    switch (this.kind) {
      case Kind.VARINT: this.value = this.varint(); break;
      case Kind.FIXED64: this.take(8); break;
      case Kind.BYTES: this.take(this.varint()); break;
      case Kind.FIXED32: this.take(4); break;
      default: this.malformed = true;
    }
    return !this.malformed;
  }

  /** Whether the field is the one meant. One of another kind is unknown, as any other is. */
  is(number: u32, kind: u32): bool {
    return this.number == number && this.kind == kind;
  }

  private varint(): u64 {
    let value: u64 = 0;
    for (let shift = 0; shift < 64 && this.at < this.message.length; shift += 7) {
      const byte = this.message[this.at++];
      value |= u64(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    this.malformed = true;
    return 0;
  }

  private take(length: u64): void {
    if (length > u64(this.message.length - this.at)) {
      this.malformed = true;
      return;
    }
    this.bytes = this.message.subarray(this.at, this.at + i32(length));
    this.at += i32(length);
  }
}

/** Writes a message. As proto3 has it, what is zero or empty is not written. */
export class Writer {
  private out: u8[] = [];

  int(number: u32, value: i64): Writer {
    if (value == 0) return this;
    this.varint((number << 3) | Kind.VARINT);
    this.varint(u64(value));
    return this;
  }

  text(number: u32, value: string): Writer {
    if (value.length == 0) return this;
    return this.bytes(number, Uint8Array.wrap(String.UTF8.encode(value)));
  }

  /** Bytes or a message, even an empty one. */
  bytes(number: u32, value: Uint8Array): Writer {
    this.varint((number << 3) | Kind.BYTES);
    this.varint(value.length);
    for (let i = 0; i < value.length; i++) this.out.push(value[i]);
    return this;
  }

  done(): Uint8Array {
    const message = new Uint8Array(this.out.length);
    message.set(this.out);
    return message;
  }

  private varint(value: u64): void {
    for (; value >= 0x80; value >>= 7) this.out.push(u8(value) | 0x80);
    this.out.push(u8(value));
  }
}
