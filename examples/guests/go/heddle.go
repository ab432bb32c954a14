package main

import "unsafe"

// The ABI linear-1, as docs/guest-abi.md has it. Nothing here knows of shipping.

//go:wasmimport heddle call
func hostCall(target, method int32, request unsafe.Pointer, length int32) uint64

var (
	// incoming is what the host wrote last: a request, or the response to a call.
	incoming []byte
	// outgoing keeps the response from the collector until the host has read it.
	outgoing []byte
)

//go:wasmexport heddle_allocate
func allocate(length int32) unsafe.Pointer {
	incoming = make([]byte, length)
	return unsafe.Pointer(unsafe.SliceData(incoming))
}

//go:wasmexport heddle_start
func start() {
	configure()
}

//go:wasmexport heddle_invoke
func invoke(method int32, request unsafe.Pointer, length int32) uint64 {
	outgoing = respond(method, incoming)
	address := uint64(uintptr(unsafe.Pointer(unsafe.SliceData(outgoing))))
	return address<<32 | uint64(len(outgoing))
}

const failureField = 1000

// A failure is how a call ends that does not return: a dev.heddle.Failure, encoded.
type failure []byte

func undeclared(component, method, kind, message string) failure {
	failed := appendInt(nil, 1, 1)
	failed = appendString(failed, 2, component)
	failed = appendString(failed, 3, method)
	failed = appendString(failed, 4, kind)
	return appendString(failed, 5, message)
}

// respond answers a call. To panic with a failure is to answer it; any other panic is a trap.
func respond(method int32, request []byte) (response []byte) {
	defer func() {
		if reason := recover(); reason != nil {
			response = appendBytes(nil, failureField, reason.(failure))
		}
	}()
	return answer(method, request)
}

// call calls what stands behind a parameter of the constructor. What failed there fails here.
func call(target, method int32, request []byte) []byte {
	hostCall(target, method, unsafe.Pointer(unsafe.SliceData(request)), int32(len(request)))
	response := incoming
	for in := (reader{rest: response}); in.next(); {
		if in.is(failureField, kindBytes) {
			panic(failure(in.bytes))
		}
	}
	return response
}
