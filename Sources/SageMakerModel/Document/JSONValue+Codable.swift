extension JSONValue: Codable {
    /// A name in an object.
    private struct Name: CodingKey {
        let stringValue: String
        let intValue: Int? = nil

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// Decodes any value. Members come in the order of their names, and a number that is no integer of 64 bits as the nearest
    /// `Double`, since a decoder keeps neither their order nor the digits.
    public init(from decoder: any Decoder) throws {
        if let object = try? decoder.container(keyedBy: Name.self) {
            let members = try object.allKeys.map { name in
                Member(name.stringValue, try object.decode(JSONValue.self, forKey: name))
            }
            // Decoders keep members in hash tables, whose order differs from run to run.
            self = .object(members.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) })
            return
        }
        if var array = try? decoder.unkeyedContainer() {
            var elements: [JSONValue] = []
            while !array.isAtEnd { elements.append(try array.decode(JSONValue.self)) }
            self = .array(elements)
            return
        }
        let single = try decoder.singleValueContainer()
        if single.decodeNil() {
            self = .null
        } else if let value = try? single.decode(Bool.self) {
            self = .boolean(value)
        } else if let value = try? single.decode(String.self) {
            self = .string(value)
        } else if let value = try? single.decode(Int64.self) {
            self = .number(String(value))
        } else if let value = try? single.decode(UInt64.self) {
            self = .number(String(value))
        } else {
            self = .number(try single.decode(Double.self).description)
        }
    }

    /// Encodes the value, and a number that is no integer of 64 bits as the nearest `Double`.
    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .object(let members):
            var object = encoder.container(keyedBy: Name.self)
            for member in members { try object.encode(member.value, forKey: Name(stringValue: member.name)) }
        case .array(let elements):
            var array = encoder.unkeyedContainer()
            for element in elements { try array.encode(element) }
        case .null:
            var single = encoder.singleValueContainer()
            try single.encodeNil()
        case .boolean(let value):
            var single = encoder.singleValueContainer()
            try single.encode(value)
        case .string(let value):
            var single = encoder.singleValueContainer()
            try single.encode(value)
        case .number(let digits):
            var single = encoder.singleValueContainer()
            if let value = Int64(digits) {
                try single.encode(value)
            } else if let value = UInt64(digits) {
                try single.encode(value)
            } else if let value = Double(digits), value.isFinite {
                try single.encode(value)
            } else {
                throw EncodingError.invalidValue(
                    digits, EncodingError.Context(codingPath: encoder.codingPath, debugDescription: "not a number"))
            }
        }
    }
}
