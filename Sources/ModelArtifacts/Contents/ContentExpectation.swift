/// Tells by the path and the size in bytes of a file what somebody is going to ask for of its contents, so that whoever has the file open
/// can look into it beforehand. It may be wrong: what was not expected is read when it is asked for.
///
/// The name of the file begins at the index. Where the size is not known yet, the name alone has to tell.
package typealias ContentExpectation = @Sendable (_ path: Span<UInt8>, _ name: Int, _ size: Int64?) -> ContentNeeds
