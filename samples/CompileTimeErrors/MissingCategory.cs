// expect: CS0117 at 17
// A category is a member of an enum; one that cannot occur cannot be written.
using TypedExplain;

public enum Housing
{
    Rent,
    Own,
    Mortgage,
}

[FeatureRecord]
public sealed partial record Loan([Numeric(18, 100)] int Age, Housing Housing);

public static class Examples
{
    public static Loan Tenant { get; } = new(Age: 30, Housing.Rented);
}
