extension Int64 {
    /// The sum of two numbers that are not negative; the greatest number where it is more. Sparse files, listings and headers
    /// can claim any size.
    package func addingClamped(_ other: Int64) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? .max : sum
    }

    /// The product with a number of times, none of them negative; the greatest number where it is more.
    package func multipliedClamped(by times: Int64) -> Int64 {
        let (product, overflow) = multipliedReportingOverflow(by: times)
        return overflow ? .max : product
    }
}

extension Sequence {
    /// The sum of sizes that are not negative, in bytes; the greatest number where it is more.
    package func sumClamped(_ size: (Element) -> Int64) -> Int64 { reduce(0) { $0.addingClamped(size($1)) } }
}
