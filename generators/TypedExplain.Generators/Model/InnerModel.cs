namespace TypedExplain.Generators.Model;

/// <summary>A feature record that is a property of another one.</summary>
/// <param name="FullName">The inner record as code refers to it from anywhere.</param>
/// <param name="Name">Its simple name.</param>
/// <param name="Features">How many features it has, those of records inside it included.</param>
/// <param name="Columns">How many columns they fill.</param>
/// <param name="Media">A text or an image of it, or null where it has none.</param>
/// <param name="HasMore">Whether its columns do not hold all of it.</param>
/// <param name="HasTimes">Whether they do not hold all of a time in it.</param>
internal sealed record InnerModel(string FullName, string Name, int Features, int Columns, string? Media, bool HasMore, bool HasTimes)
{
    /// <summary>The reasons that it states, those of records inside it included.</summary>
    public EquatableArray<ReasonModel> Reasons { get; init; }

    /// <summary>Whether each of its features has a reason, says why there is none, or is protected.</summary>
    public bool IsReasoned { get; init; }
}
