using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TypedExplain.Aot;

/// <summary>Results as JSON: inside a type of the user's, by a source-generated context, and back.</summary>
internal static class Letters
{
    public static IEnumerable<string> Lines(Explanation<Loan> loan, Explanation<Visit> visit, ShapValues<Loan> shap, Outcome<Loan> outcome)
    {
        Letter letter = new("A", loan, visit, shap, outcome);
        string json = JsonSerializer.Serialize(letter, LetterContext.Default.Letter);
        yield return json;
        JsonSerializerOptions options = new()
        {
            TypeInfoResolver = LetterContext.Default,
            Converters = { new ResultConverter<Explanation<Loan>>(), new ResultConverter<Explanation<Visit>>(), new ResultConverter<ShapValues<Loan>>(), new ResultConverter<Outcome<Loan>>() },
        };
        Letter read = (Letter)JsonSerializer.Deserialize(json, options.GetTypeInfo(typeof(Letter)))!;
        yield return string.Create(CultureInfo.InvariantCulture, $"read {read.Loan.ToJson() == loan.ToJson()} {read.Visit.ToJson() == visit.ToJson()} {read.Shap.ToJson() == shap.ToJson()} {read.Outcome.ToJson() == outcome.ToJson()}");
        yield return read.Visit.ToString();
    }
}

/// <summary>What a service may answer with.</summary>
internal sealed record Letter(string To, Explanation<Loan> Loan, Explanation<Visit> Visit, ShapValues<Loan> Shap, Outcome<Loan> Outcome);

[JsonSerializable(typeof(Letter))]
internal sealed partial class LetterContext : JsonSerializerContext;
