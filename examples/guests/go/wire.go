package main

import (
	"encoding/binary"
	"iter"
)

// The Protobuf wire format, as far as Shipping's messages need it.

const (
	kindVarint  = 0
	kindFixed64 = 1
	kindBytes   = 2
	kindFixed32 = 5
)

// field is one field of a message. One of a varint has a value, every other has its bytes.
type field struct {
	number int
	kind   int
	value  uint64
	bytes  []byte
}

// key is what is written before a field of this number and kind.
func key(number, kind int) uint64 {
	return uint64(number)<<3 | uint64(kind)
}

// is tells whether a field is the one meant. One of another kind is unknown, as any other is.
func (f field) is(number, kind int) bool {
	return f.number == number && f.kind == kind
}

// fields goes through a message. It panics with a failure when the message is malformed.
func fields(message []byte) iter.Seq[field] {
	return func(yield func(field) bool) {
		for len(message) > 0 {
			tag := takeVarint(&message)
			next := field{number: int(uint32(tag) >> 3), kind: int(tag & 7)}
			switch next.kind {
			case kindVarint:
				next.value = takeVarint(&message)
			case kindFixed64:
				next.bytes = take(&message, 8)
			case kindBytes:
				next.bytes = take(&message, takeVarint(&message))
			case kindFixed32:
				next.bytes = take(&message, 4)
			default:
				panic(malformed)
			}
			if !yield(next) {
				return
			}
		}
	}
}

func takeVarint(message *[]byte) uint64 {
	value, length := binary.Uvarint(*message)
	if length <= 0 {
		panic(malformed)
	}
	*message = (*message)[length:]
	return value
}

func take(message *[]byte, length uint64) []byte {
	if length > uint64(len(*message)) {
		panic(malformed)
	}
	taken := (*message)[:length]
	*message = (*message)[length:]
	return taken
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
