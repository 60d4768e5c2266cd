namespace TypedExplain;

/// <summary>Something in JSON that keeps it from being a record.</summary>
/// <param name="Member">Where it stands, such as "AnnualIncome", "Address.City" or "Signal[1]"; empty for the whole.</param>
/// <param name="Message">What is there, what is allowed and how to mend it; the value of a protected feature is withheld.</param>
public sealed record RecordFault(string Member, string Message)
{
    /// <summary>What is allowed and how to mend it, without what is there: for logs, and for answers that tell no value.</summary>
    public string Allowed { get; init; } = Message;

    /// <summary>The member and the message.</summary>
    public override string ToString() => Member.Length == 0 ? Message : $"{Member}: {Message}";
}
