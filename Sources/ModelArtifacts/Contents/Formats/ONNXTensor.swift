/// What is known of a tensor of an ONNX model while its fields come by.
struct ONNXTensor {
    /// The longest name or location that is looked at, in bytes.
    static let longestText = 4096

    private(set) var name: [UInt8] = []
    var key: [UInt8] = []
    var value: [UInt8] = []
    /// The product of the dimensions; nil if that is more than 64 bits hold.
    private var elementCount: UInt64? = 1
    private var type: UInt64 = 0
    private var rawCount: UInt64?
    private var isExternal = false
    private var location: [UInt8]?
    private var offset: String?
    private var length: String?

    /// The bytes of an element by its type, as far as each has whole bytes.
    ///
    /// Source: `TensorProto.DataType`, `onnx/onnx.proto`.
    private static let elementSizes: [UInt64: UInt64] = [
        1: 4, 2: 1, 3: 1, 4: 2, 5: 2, 6: 4, 7: 8, 9: 1, 10: 2, 11: 8, 12: 4, 13: 8, 14: 8, 15: 16, 16: 2,
    ]

    mutating func take(_ field: ProtobufField, of message: ONNXMessage, _ text: [UInt8]) {
        switch (message, field.number) {
        case (.tensor, 1):
            if let value = field.value { take(dimension: value) } else { takePacked(text) }
        case (.tensor, 2): type = field.value ?? 0
        case (.tensor, 8): name = text
        case (.tensor, 9): rawCount = field.count
        case (.tensor, 14): isExternal = field.value == 1
        case (.entry, 1): key = text
        case (.entry, 2): value = text
        default: break
        }
    }

    private mutating func take(dimension: UInt64) {
        guard let count = elementCount else { return }
        let (product, overflow) = count.multipliedReportingOverflow(by: dimension)
        elementCount = overflow ? nil : product
    }

    private mutating func takePacked(_ bytes: [UInt8]) {
        var reader = VarintReader(bytes[...])
        while let dimension = reader.next() { take(dimension: dimension) }
    }

    /// Takes in what an entry says.
    mutating func endEntry() {
        switch String(decoding: key, as: UTF8.self) {
        case "location": location = value
        case "offset": offset = String(decoding: value, as: UTF8.self)
        case "length": length = String(decoding: value, as: UTF8.self)
        default: break
        }
    }

    /// How many bytes the shape and the type need; nil if that is not known.
    private var needed: UInt64? {
        guard let size = Self.elementSizes[type], let elementCount else { return nil }
        let (product, overflow) = elementCount.multipliedReportingOverflow(by: size)
        return overflow ? nil : product
    }

    /// How many bytes there should be, and how many there are, if these differ.
    var rawFault: (needed: UInt64, count: UInt64)? {
        guard !isExternal, let rawCount, let needed, rawCount != needed else { return nil }
        return (needed, rawCount)
    }

    /// What it takes from another file; nil if it does not.
    var external: ExternalData? {
        guard isExternal else { return nil }
        // Without a location there is nothing to look for; onnxruntime says so as well.
        let location = ByteString(location ?? [])
        let start = offset.map { UInt64($0) } ?? 0
        let count = length.map { UInt64($0) } ?? needed ?? 0
        var end: UInt64?
        if let start, let count {
            let (sum, overflow) = start.addingReportingOverflow(count)
            end = overflow ? .max : sum
        }
        return ExternalData(tensor: ByteString(name), location: location, end: end)
    }
}
