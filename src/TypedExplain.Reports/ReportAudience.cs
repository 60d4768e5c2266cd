namespace TypedExplain.Reports;

/// <summary>For whom a page on a decision is.</summary>
public enum ReportAudience
{
    /// <summary>The person whom the decision is about: reasons and what would change the decision first, the picture, cautions in words; no method.</summary>
    Customer,

    /// <summary>Who checks the model: everything, how it was made and how far it can be trusted.</summary>
    Validator,
}
