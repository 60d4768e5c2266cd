using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages;

/// <summary>The program of the section on records in docs/json.md. The lines between the marks stand there word for word.</summary>
internal static class JsonRecordsPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        // A request, as a client wrote it: names in any case.
        string request = """{"age": 41, "annualIncome": 5.2e4, "housing": "own", "hasDefaulted": false}""";
        LoanApplication loan = JsonRecord.Read<LoanApplication>(request);
        console.WriteLine(JsonRecord.Write(loan));

        // All that is wrong is told at once, by name.
        try
        {
            _ = JsonRecord.Read<LoanApplication>("""{"age": "41", "income": 52000, "housing": "Castle", "hasDefaulted": null}""");
        }
        catch (InvalidRecordException error)
        {
            console.WriteLine(error.Message);
        }

        // For clients and for OpenAPI 3.1.
        console.WriteLine(JsonRecord.Schema<LoanApplication>());
        // </page>
    }
}
