/// The members of the header of a safetensors file, token by token.
struct SafetensorsEntries {
    /// A tensor as the header describes it.
    struct Tensor {
        enum Size {
            /// In bytes by its shape and type; nil if that is no whole number, or too large for 64 bits.
            case known(UInt64?)
            /// The type is not known.
            case unknown(String)
        }

        let begin: UInt64
        let end: UInt64
        /// A hash of its name.
        let name: UInt64
        /// Its name, safe to show.
        let shown: ByteString
        let size: Size
    }

    enum Outcome {
        case more
        case tensor(Tensor)
        /// The loader refuses it.
        case wrong(String)
        /// What the loader does is not known.
        case unknown
    }

    private enum Place {
        case document, members, metadataValue, metadata, metadataText, tensorValue, fields
        case type, shapeValue, shape, offsetsValue, offsets
        /// The value of a field that no loader looks at, with its depth.
        case other(depth: Int)
        case end
    }

    /// The bits that an element of a type takes.
    ///
    /// Source: `Dtype::bitsize`, `safetensors/src/tensor.rs`, 0.8.0.
    private static let bits: [String: UInt64] = [
        "F4": 4, "F6_E2M3": 6, "F6_E3M2": 6, "BOOL": 8, "U8": 8, "I8": 8, "F8_E5M2": 8, "F8_E4M3": 8, "F8_E8M0": 8,
        "F8_E4M3FNUZ": 8, "F8_E5M2FNUZ": 8, "I16": 16, "U16": 16, "F16": 16, "BF16": 16, "I32": 32, "U32": 32,
        "F32": 32,
        "F64": 64, "I64": 64, "U64": 64, "C64": 64,
    ]

    /// Whether the metadata has a member `format`.
    private(set) var namesFormat = false
    /// The names of the tensors.
    private(set) var names = TensorNames()
    /// The first tensor whose place has another size than its shape.
    var wrongSize: String?
    private var place = Place.document
    private var hasMetadata = false
    // What is known of the tensor so far.
    private var name = ByteString()
    private var nameHash: UInt64 = 0
    private var type: String?
    private var offsets: [UInt64]?
    private var hasShape = false
    /// The product of the shape so far, from left to right as the loader multiplies; nil once it has overflowed.
    private var product: UInt64? = 1
    private var longNames: UInt64 = 0

    mutating func take(_ token: JSONTokens.Token, _ json: JSONTokens) -> Outcome {
        switch (place, token) {
        case (.document, .beginObject): place = .members
        case (.document, _): return .wrong("it is no object")
        case (.members, .name): return beginMember(json)
        case (.members, _): place = .end
        case (.metadataValue, .beginObject): place = .metadata
        case (.metadataValue, .literal) where json.text.elementsEqual("null".utf8): place = .members
        case (.metadata, .name):
            if json.text.elementsEqual("format".utf8) { namesFormat = true }
            place = .metadataText
        case (.metadata, .endObject): place = .members
        case (.metadataText, .string): place = .metadata
        case (.metadataValue, _), (.metadata, _), (.metadataText, _):
            return .wrong("'__metadata__' has values that are no text")
        case (.tensorValue, .beginObject): place = .fields
        // A list in place of the object is one that the loader may take.
        case (.tensorValue, .beginArray): return .unknown
        case (.tensorValue, _): return .wrong("'\(name)' is no object")
        case (.fields, .name): return beginField(json)
        case (.fields, _): return endTensor()
        case (.type, .string):
            type = String(decoding: json.text, as: UTF8.self)
            place = .fields
        case (.shapeValue, .beginArray): (place, product) = (.shape, 1)
        case (.shape, .endArray): place = .fields
        case (.shape, .number):
            guard let count = JSONNumber.unsigned(json.text) else { return wrongField("shape") }
            let (next, overflow) = (product ?? 0).multipliedReportingOverflow(by: count)
            product = product == nil || overflow ? nil : next
        case (.offsetsValue, .beginArray): (place, offsets) = (.offsets, [])
        case (.offsets, .endArray):
            guard offsets?.count == 2 else { return wrongField("data_offsets") }
            place = .fields
        case (.offsets, .number):
            guard let offset = JSONNumber.unsigned(json.text), offsets?.count ?? 2 < 2 else {
                return wrongField("data_offsets")
            }
            offsets?.append(offset)
        case (.type, _): return wrongField("dtype")
        case (.shapeValue, _), (.shape, _): return wrongField("shape")
        case (.offsetsValue, _), (.offsets, _): return wrongField("data_offsets")
        case (.other(let depth), _): skip(token, depth)
        case (.end, _): break
        }
        return .more
    }

    private mutating func beginMember(_ json: JSONTokens) -> Outcome {
        if json.text.elementsEqual("__metadata__".utf8) {
            guard !hasMetadata else { return .wrong("'__metadata__' is there twice") }
            hasMetadata = true
            place = .metadataValue
            return .more
        }
        name = ByteString(Array(json.text.prefix(256)))
        names.add(json.text.span)
        if json.textCount <= json.text.count {
            nameHash = KeyedHash.hash(of: json.text.span)
        } else {
            longNames += 1
            nameHash = longNames
        }
        (type, offsets, hasShape, product) = (nil, nil, false, 1)
        place = .tensorValue
        return .more
    }

    private mutating func beginField(_ json: JSONTokens) -> Outcome {
        let field = json.text.span
        if field.equals("dtype") {
            guard type == nil else { return .wrong("'\(name)' has 'dtype' twice") }
            place = .type
        } else if field.equals("shape") {
            guard !hasShape else { return .wrong("'\(name)' has 'shape' twice") }
            hasShape = true
            place = .shapeValue
        } else if field.equals("data_offsets") {
            guard offsets == nil else { return .wrong("'\(name)' has 'data_offsets' twice") }
            place = .offsetsValue
        } else {
            place = .other(depth: 0)
        }
        return .more
    }

    private mutating func skip(_ token: JSONTokens.Token, _ depth: Int) {
        var depth = depth
        switch token {
        case .beginObject, .beginArray: depth += 1
        case .endObject, .endArray: depth -= 1
        case .name: return
        case .string, .number, .literal: break
        }
        place = depth == 0 ? .fields : .other(depth: depth)
    }

    private mutating func endTensor() -> Outcome {
        place = .members
        guard let type else { return .wrong("'\(name)' has no 'dtype'") }
        guard hasShape else { return .wrong("'\(name)' has no 'shape'") }
        guard let offsets else { return .wrong("'\(name)' has no 'data_offsets'") }
        if Self.bits[type] == nil, Self.bits[type.uppercased()] != nil {
            return .wrong("'\(name)' has the type '\(type)' in small letters")
        }
        return .tensor(
            Tensor(begin: offsets[0], end: offsets[1], name: nameHash, shown: name, size: size(of: type)))
    }

    private func size(of type: String) -> Tensor.Size {
        guard let bits = Self.bits[type] else { return .unknown(DisplayText.escaped(String(type.prefix(32)))) }
        guard let product else { return .known(nil) }
        let (all, overflow) = product.multipliedReportingOverflow(by: bits)
        return .known(overflow || all % 8 != 0 ? nil : all / 8)
    }

    private func wrongField(_ field: String) -> Outcome { .wrong("'\(name)' has a '\(field)' that is none") }
}
