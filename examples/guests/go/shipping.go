// Command shipping is the boutique's component Shipping, as a guest of the sandbox: what
// Shipping.proto says, and what FlatRateShipping does.
package main

import (
	"hash/crc32"
	"strconv"
	"strings"
)

// The constructor's parameters, by position, and their methods, by position in their .proto.
const (
	settings = 0
	get      = 0
	log      = 1
	info     = 2
)

// Shipping's methods, by position in Shipping.proto.
const (
	quote = 0
	ship  = 1
)

// What shipping costs, in cents: for the first item, for each further one, and at most.
var base, item, most int64

var malformed = undeclared("Shipping", "", "malformed", "The request is malformed")

// The host never calls it: what starts the component is heddle_start.
func main() {}

func configure() {
	base = setting("base", 499)
	item = setting("item", 50)
	most = setting("most", 1499)
}

func setting(name string, otherwise int64) int64 {
	response := call(settings, get, appendString(nil, 1, name))
	for in := (reader{rest: response}); in.next(); {
		if in.is(1, kindBytes) {
			// The host has checked that it is a number.
			number, _ := strconv.ParseInt(string(in.bytes), 10, 32)
			return number
		}
	}
	return otherwise
}

func answer(method int32, request []byte) []byte {
	switch method {
	case quote:
		return quoted(countItems(request, 1))
	case ship:
		return shipped(request)
	}
	panic("Shipping has no such method")
}

// countItems adds the quantities of the LineItems in a field of a request.
func countItems(request []byte, items int) (count int64) {
	for line := (reader{rest: request}); line.next(); {
		if !line.is(items, kindBytes) {
			continue
		}
		var quantity int64
		for field := (reader{rest: line.bytes}); field.next(); {
			if field.is(2, kindVarint) {
				quantity = int64(int32(field.value))
			}
		}
		if quantity < 1 || quantity > 999 {
			panic(malformed)
		}
		count += quantity
	}
	return count
}

func quoted(count int64) []byte {
	var cents int64
	if count > 0 {
		cents = min(most, base+item*(count-1))
	}
	money := appendString(nil, 1, "USD")
	money = appendInt(money, 2, cents/100)
	money = appendInt(money, 3, cents%100*10_000_000)
	return appendBytes(nil, 1, money)
}

func shipped(request []byte) []byte {
	count := countItems(request, 3)
	if count == 0 {
		panic(undeclared("Shipping", "ship", "nothing", "There is nothing to ship"))
	}
	orderID := ""
	for in := (reader{rest: request}); in.next(); {
		if in.is(1, kindBytes) {
			orderID = string(in.bytes)
		}
	}
	id := trackingID(orderID)
	line := "Order " + orderID + ": " + strconv.FormatInt(count, 10) + " items leave as " + id
	call(log, info, appendString(nil, 1, line))
	return appendString(nil, 1, id)
}

// trackingID follows from the order's number alone, which is of ASCII.
func trackingID(orderID string) string {
	digits := strconv.FormatUint(uint64(crc32.ChecksumIEEE([]byte(orderID))), 10)
	mark := strings.ToUpper(strings.ReplaceAll(orderID, "-", ""))
	return "HB-" + mark[:min(6, len(mark))] + "-" + strings.Repeat("0", 12-len(digits)) + digits
}
