namespace TypedExplain.Decisions.Tests.Reasons.Support;

/// <summary>Which reason an applicant's contributions go to, written down by hand from the annotations of the record.</summary>
internal static class PlainReckoning
{
    /// <summary>The sums per code, signed; a feature without a reason by itself, its name after an exclamation mark.</summary>
    public static IEnumerable<(string Code, double Sum)> Of(Contributions<Applicant> contributions, Applicant one)
    {
        Applicant[] all = [.. Applicants.Past.Rows];
        Dictionary<string, double> sums = [];
        Add("!Age", contributions.Age);
        Add(one.Income < all.Average(other => other.Income) ? "R07" : "R08", contributions.Income);
        Add(one.Debt < all.Average(other => other.Debt) ? "R09" : "R02", contributions.Debt);
        Add("R01", contributions.YearsAtAddress);
        Add("R01", contributions.YearsInCity);
        Add("R03", contributions.YearsEmployed);
        string savings = one.Savings is not { } own ? "R06" : own < all.Where(other => other.Savings is not null).Average(other => other.Savings!.Value) ? "R05" : "R09";
        Add(savings, contributions.Savings);
        Add(savings, contributions.SavingsIsMissing);
        Add(one.Lives == Lives.Rents ? "R04" : "R10", contributions.Lives);
        Add(one.HasDefaulted ? "R11" : "!HasDefaulted", contributions.HasDefaulted);
        Add("!IsForeign", contributions.IsForeign);
        return sums.Select(pair => (pair.Key, pair.Value));

        void Add(string code, double contribution) => sums[code] = sums.GetValueOrDefault(code) + contribution;
    }
}
