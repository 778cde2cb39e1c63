extension Int64 {
    /// The sum of two numbers that are not negative; the greatest number where it is more. Sparse files can claim any size.
    package func addingClamped(_ other: Int64) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? .max : sum
    }
}
