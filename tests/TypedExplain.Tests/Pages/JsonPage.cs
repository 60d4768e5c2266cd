using System.Text.Json;
using System.Text.Json.Serialization;
using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages;

/// <summary>The program of docs/json.md. The lines between the marks stand there word for word.</summary>
internal static class JsonPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();
        IModel<LoanApplication> model = Model.From<LoanApplication>(loan => Loans.Score(loan));
        Linex<LoanApplication> linex = new() { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = loans } };
        Explanation<LoanApplication> explanation = linex.Explain(model, loans[3]);

        string json = explanation.ToJson();
        using JsonDocument document = JsonDocument.Parse(json);
        JsonElement income = document.RootElement.GetProperty("features")[1];
        console.WriteLine($"{income.GetProperty("name")} is {income.GetProperty("value")}, effect {income.GetProperty("effect").GetDouble():G3} per unit");
        console.WriteLine($"by {document.RootElement.GetProperty("method")}: {document.RootElement.GetProperty("explainer").GetProperty("neighborhood")}");

        // Read back, it has the same bits and answers as before.
        Explanation<LoanApplication> read = Explanation<LoanApplication>.FromJson(json);
        console.WriteLine(read.Predict(loans[7]) == explanation.Predict(loans[7]) && read.ToString() == explanation.ToString());

        // A text that contradicts itself is refused.
        try
        {
            _ = Explanation<LoanApplication>.FromJson(json.Replace("\"value\":99122", "\"value\":9912"));
        }
        catch (InvalidJsonException error)
        {
            console.WriteLine(error.Message);
        }

        // Inside a type of your own, by your own source-generated context.
        Decision decision = new("A-17", explanation);
        string letter = JsonSerializer.Serialize(decision, DecisionContext.Default.Decision);
        console.WriteLine(letter[..60] + " …");
        JsonSerializerOptions options = new(DecisionContext.Default.Options) { Converters = { new ResultConverter<Explanation<LoanApplication>>() } };
        console.WriteLine(JsonSerializer.Deserialize<Decision>(letter, options)!.Reasons.Attribution.AnnualIncome == explanation.Attribution.AnnualIncome);
        // </page>
    }
}

/// <summary>What the page's service answers with.</summary>
public sealed record Decision(string Case, Explanation<LoanApplication> Reasons);

[JsonSerializable(typeof(Decision))]
internal sealed partial class DecisionContext : JsonSerializerContext;
