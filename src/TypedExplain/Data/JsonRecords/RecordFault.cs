namespace TypedExplain;

/// <summary>Something in JSON that keeps it from being a record.</summary>
public sealed record RecordFault
{
    internal RecordFault(string member, string message, string? allowed = null) => (Member, Message, Allowed) = (member, message, allowed ?? message);

    /// <summary>Where it stands, such as "AnnualIncome", "Address.City" or "Signal[1]"; empty for the whole.</summary>
    public string Member { get; }

    /// <summary>What is there, what is allowed and how to mend it; the value of a protected feature is withheld.</summary>
    public string Message { get; }

    /// <summary>What is allowed and how to mend it, without what is there: for logs, and for answers that tell no value.</summary>
    public string Allowed { get; }

    /// <summary>The member and the message.</summary>
    public override string ToString() => Member.Length == 0 ? Message : $"{Member}: {Message}";
}
