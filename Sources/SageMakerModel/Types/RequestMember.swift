/// A type of values in a request: text, truth, a number, a word of the API, a structure, a list or a map of texts.
protocol RequestMember {
    /// What a member that has to be there and is not reads as.
    static var empty: Self { get }
    /// - Returns: nil if the value is of another type.
    init?(member value: JSONValue)
    var memberValue: JSONValue { get }
}

extension String: RequestMember {
    static var empty: String { "" }
    var memberValue: JSONValue { .string(self) }

    init?(member value: JSONValue) {
        guard let text = value.text else { return nil }
        self = text
    }
}

extension Bool: RequestMember {
    static var empty: Bool { false }
    var memberValue: JSONValue { .boolean(self) }

    init?(member value: JSONValue) {
        guard case .boolean(let value) = value else { return nil }
        self = value
    }
}

extension Int: RequestMember {
    static var empty: Int { 0 }
    var memberValue: JSONValue { .number("\(self)") }

    init?(member value: JSONValue) {
        guard case .number(let digits) = value, let number = Int(digits) ?? Double(digits).flatMap(Int.init(exactly:))
        else { return nil }
        self = number
    }
}

extension Double: RequestMember {
    static var empty: Double { 0 }
    /// JSON has no number that is none, and none without an end.
    var memberValue: JSONValue { isFinite ? .number("\(self)") : .null }

    init?(member value: JSONValue) {
        guard case .number(let digits) = value, let number = Double(digits) else { return nil }
        self = number
    }
}

extension Array: RequestMember where Element: RequestMember {
    static var empty: [Element] { [] }
    var memberValue: JSONValue { .array(map(\.memberValue)) }

    init?(member value: JSONValue) {
        guard let elements = value.elements else { return nil }
        let known = elements.compactMap { Element(member: $0) }
        guard known.count == elements.count else { return nil }
        self = known
    }
}

extension RequestMember where Self: RequestWord {
    static var empty: Self { Self(rawValue: "") }
    var memberValue: JSONValue { .string(rawValue) }

    init?(member value: JSONValue) {
        guard let text = value.text else { return nil }
        self.init(rawValue: text)
    }
}

extension RequestMember where Self: RequestStructure {
    static var empty: Self { Self(members: []) }
    var memberValue: JSONValue { jsonValue }

    init?(member value: JSONValue) {
        guard let members = value.members else { return nil }
        self.init(members: members)
    }
}
