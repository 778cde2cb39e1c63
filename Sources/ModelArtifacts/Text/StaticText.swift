extension [UInt8] {
    /// Appends text that is known when the program is built.
    ///
    /// A constant array instead would be one object whose references all threads count, and each waits for the others to do it.
    @inline(__always)
    package mutating func append(_ text: StaticString) {
        unsafe append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
}
