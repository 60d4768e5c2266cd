namespace TypedExplain.Orleans;

/// <summary>Kinds of errors that a grain tells.</summary>
[GenerateSerializer]
[Alias("TypedExplain.ExplanationFault")]
public enum ExplanationFault
{
    /// <summary>The silo or the options are not as they must be.</summary>
    Setup,

    /// <summary>What was sent is no record of the schema.</summary>
    Record,

    /// <summary>No surrogate can be fitted near this record.</summary>
    NoFit,

    /// <summary>The model cannot be reached, or failed.</summary>
    Model,

    /// <summary>The budget of the model is used up.</summary>
    Budget,

    /// <summary>Too many questions wait.</summary>
    Overload,
}
