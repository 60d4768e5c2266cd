using TypedExplain.Testing.Tests.Support;

namespace TypedExplain.Testing.Tests.Assertions;

/// <summary>Results and the files that they are held to.</summary>
public sealed class MatchesTests : IDisposable
{
    private static readonly Explanation<Borrower> s_one = Borrowers.Lime(50)(1).Explain(Borrowers.ByIncome, Borrowers.Few[0]);

    private readonly string _folder = Directory.CreateTempSubdirectory("accepted").FullName;

    private string Accepted => Path.Combine(_folder, "reasons.json");

    private string Received => Path.Combine(_folder, "reasons.received.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_was_never_accepted_is_written_down_and_says_how_to_accept_it()
    {
        string message = Failure(() => ExplanationAssert.Matches(s_one, Accepted));

        Assert.Equal("There is no accepted reasons.json yet.\nReceived: reasons.received.json. If it is right, rename it to reasons.json, or run the test with TYPEDEXPLAIN_ACCEPT=1.", message);
        File.Move(Received, Accepted);
        ExplanationAssert.Matches(s_one, Accepted);
        Assert.False(File.Exists(Received));
    }

    [Fact]
    public void Another_result_is_told_by_members_and_amounts()
    {
        File.WriteAllText(Accepted, s_one.ToJson(ProtectedValues.Withheld));
        Explanation<Borrower> other = Borrowers.Lime(50)(2).Explain(Borrowers.ByIncome, Borrowers.Few[0]);

        string message = Failure(() => ExplanationAssert.Matches(other, Accepted));

        Assert.Equal(other.ToJson(ProtectedValues.Withheld), File.ReadAllText(Received));
        Assert.StartsWith("The result is not the accepted reasons.json:\n", message);
        Assert.Contains("explainer.seed is 2; it was 1 (by +1E+0)", message);
        Assert.Matches(@"\n  features\[Age\]\.\w+ is -?\d\S*; it was -?\d\S* \(by [+-]\d", message);
        ExplanationAssert.Matches(s_one, Accepted);
        Assert.False(File.Exists(Received));
    }

    [Fact]
    public void White_space_and_order_do_not_matter_and_members_do()
    {
        string json = s_one.ToJson(ProtectedValues.Withheld);
        File.WriteAllText(Accepted, json.Replace(",\"", " ,\n \"", StringComparison.Ordinal));
        ExplanationAssert.Matches(s_one, Accepted);
        File.WriteAllText(Accepted, json.Replace("\"queries\":", "\"asked\":", StringComparison.Ordinal));
        string message = Failure(() => ExplanationAssert.Matches(s_one, Accepted));
        Assert.Contains("asked is missing; it was ", message);
        Assert.Contains("queries is new: ", message);
    }

    [Fact]
    public void Protected_values_are_not_in_the_files()
    {
        Failure(() => ExplanationAssert.Matches(s_one, Accepted));
        Assert.DoesNotContain("\"instance\"", File.ReadAllText(Received));
        Assert.Contains("\"withheld\":true", File.ReadAllText(Received));
    }

    [Fact]
    public void Other_results_are_held_to_files_too()
    {
        ShapValues<Borrower> values = new KernelShap<Borrower> { Background = Borrowers.All }.Values(Borrowers.ByIncome, Borrowers.Few[0]);
        File.WriteAllText(Accepted, values.ToJson(ProtectedValues.Withheld));
        ExplanationAssert.Matches(values, Accepted);
    }

    [Fact]
    public void An_environment_variable_accepts_what_is_received()
    {
        Environment.SetEnvironmentVariable("TYPEDEXPLAIN_ACCEPT", "1");
        try
        {
            ExplanationAssert.Matches(s_one, Accepted);
        }
        finally
        {
            Environment.SetEnvironmentVariable("TYPEDEXPLAIN_ACCEPT", null);
        }

        Assert.Equal(s_one.ToJson(ProtectedValues.Withheld), File.ReadAllText(Accepted));
        Assert.False(File.Exists(Received));
    }

    /// <summary>A relative path begins at the test's source.</summary>
    [Fact]
    public void A_path_begins_at_the_source()
    {
        File.WriteAllText(Accepted, s_one.ToJson(ProtectedValues.Withheld));
        ExplanationAssert.Matches(s_one, "reasons.json", Path.Combine(_folder, "Tests.cs"));
        Assert.Contains("must end in .json", Assert.Throws<InvalidOptionException>(() => ExplanationAssert.Matches(s_one, "reasons.txt")).Message);
        Assert.Contains("whose folder is not there", Assert.Throws<InvalidOptionException>(() => ExplanationAssert.Matches(s_one, "nowhere/reasons.json")).Message);
    }

    private static string Failure(Action assertion) => Assert.Throws<ExplanationAssertException>(assertion).Message;
}
