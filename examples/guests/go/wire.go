package main

import "encoding/binary"

// The Protobuf wire format, as far as Shipping's messages need it.

const (
	kindVarint  = 0
	kindFixed64 = 1
	kindBytes   = 2
	kindFixed32 = 5
)

// A reader goes through the fields of a message. It panics when the message is malformed.
type reader struct {
	rest []byte
	// The field that was read last: one of a varint has a value, every other has its bytes.
	number int
	kind   int
	value  uint64
	bytes  []byte
}

// next reads the next field, if there is one.
func (r *reader) next() bool {
	if len(r.rest) == 0 {
		return false
	}
	tag := r.varint()
	r.number = int(uint32(tag) >> 3)
	r.kind = int(tag & 7)
	switch r.kind {
	case kindVarint:
		r.value = r.varint()
	case kindFixed64:
		r.bytes = r.take(8)
	case kindBytes:
		r.bytes = r.take(r.varint())
	case kindFixed32:
		r.bytes = r.take(4)
	default:
		panic(malformed)
	}
	return true
}

// is tells whether a field is the one meant. One of another kind is unknown, as any other is.
func (r *reader) is(number, kind int) bool {
	return r.number == number && r.kind == kind
}

func (r *reader) varint() uint64 {
	value, length := binary.Uvarint(r.rest)
	if length <= 0 {
		panic(malformed)
	}
	r.rest = r.rest[length:]
	return value
}

func (r *reader) take(length uint64) []byte {
	if length > uint64(len(r.rest)) {
		panic(malformed)
	}
	taken := r.rest[:length]
	r.rest = r.rest[length:]
	return taken
}

// key is what is written before a field.
func key(number, kind int) uint64 {
	return uint64(number)<<3 | uint64(kind)
}

func appendInt(message []byte, number int, value int64) []byte {
	if value == 0 {
		return message
	}
	message = binary.AppendUvarint(message, key(number, kindVarint))
	return binary.AppendUvarint(message, uint64(value))
}

func appendBytes(message []byte, number int, value []byte) []byte {
	message = binary.AppendUvarint(message, key(number, kindBytes))
	message = binary.AppendUvarint(message, uint64(len(value)))
	return append(message, value...)
}

func appendString(message []byte, number int, value string) []byte {
	if value == "" {
		return message
	}
	return appendBytes(message, number, []byte(value))
}
