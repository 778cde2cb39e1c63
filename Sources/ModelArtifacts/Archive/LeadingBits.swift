/// The rest of a byte, less than a whole one, with which something begins. The lowest bit comes first.
struct LeadingBits {
    var value: UInt8 = 0
    var count = 0
}
