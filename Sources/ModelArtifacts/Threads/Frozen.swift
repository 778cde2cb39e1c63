/// A value that nobody changes any more, so that several threads may read it at once.
///
/// Its maker promises that; the compiler cannot see it, where the value refers to memory that could be changed.
struct Frozen<Value>: @unchecked Sendable {
    let value: Value

    init(_ value: Value) { self.value = value }
}
