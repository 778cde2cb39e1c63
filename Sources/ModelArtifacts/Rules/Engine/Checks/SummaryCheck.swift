/// Looks at the sums when everything has been seen.
package protocol SummaryCheck: Check {
    func check(_ totals: SummaryTotals, _ context: CheckContext)
}

extension SummaryCheck {
    package var summaryCheck: (any SummaryCheck)? { self }
}
