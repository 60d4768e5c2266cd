namespace TypedExplain.Tests.Zoo;

/// <summary>Everything that decisions need: reasons for every kind of value, steps with an end, costs, links and limits.</summary>
[FeatureRecord]
public partial record Applying(
    [Numeric(18, 100), Immutable, MovesWith(nameof(Stay)), MovesWith(nameof(Wait), Factor = 0.25), NoReason("Age is no reason that the lender gives.")] double Age,
    [Numeric(0, 60), OnlyIncreases, Step(2, AtMost = 3), Cost(4), Reason("R01", "Length of residence", When = Adverse.Low)] int Stay,
    [Numeric(0, 10), Step(0.5), Reason("R02", "Time at the address \"so far\" & <before>")] float Wait,
    [Numeric(0, 1e6), Step(1000), Cost(0.5), Reason("R03", "Income insufficient for amount of credit requested", When = Adverse.Low), Reason("R04", "Income & amount do not match", When = Adverse.High)] double Income,
    [Within(nameof(Accounts)), Step(1, AtMost = 5), Reason("R-05", "Number of accounts in arrears", When = Adverse.High)] byte Late,
    [Reason("R-06", "Number of accounts")] byte Accounts,
    [OnlyDecreases, Cost(2), Reason("R 07", "Delinquent past obligations", When = Adverse.True)] bool HasDefaulted,
    [Reason("R08", "Temporary residence", For = [nameof(Housing.Rent)]), Reason("R03", "Income insufficient for amount of credit requested", For = [nameof(Housing.Own), nameof(Housing.Mortgage)])] Housing Housing,
    [Step(2, AtMost = 1), OnlyIncreases, Reason("class", "Condition of the collateral", When = Adverse.Low)] Condition Condition,
    [Reason("10", "Purpose of the loan", For = ["boat", "car"]), Reason("11", typeof(ReasonTexts), nameof(ReasonTexts.NoPurpose), When = Adverse.Missing), Reason("12", "Purpose", For = ["home"]), Categories("car", "home", "boat")] string? Purpose,
    [ArrayLength(3), Reason("13", "Balance of a month", When = Adverse.Low)] double[] Balances,
    [Protected] bool Female)
{
    /// <summary>A record of which the reasons are this one's too.</summary>
    [Reason("J0", "Employment not stated", When = Adverse.Missing)]
    public Job? Job { get; init; }
}

[Ordinal]
public enum Condition
{
    Poor,
    Fair,
    Good,
}

/// <summary>A record for others to contain.</summary>
[FeatureRecord]
public partial record Job(
    [Numeric(0, 50), Step(1, AtMost = 2), OnlyIncreases, MovesWith(nameof(Weeks), Factor = 2), Reason("J1", "Length of employment", When = Adverse.Low)] int Years,
    [Within(nameof(Years)), Reason("R01", "Length of residence")] int Weeks,
    [NoReason("It is an internal code.")] int? Sector);
