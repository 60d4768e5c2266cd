using TypedExplain.Tests.Support;

namespace TypedExplain.Testing.Tests.Samples;

/// <summary>The tests of the sample, run as a user runs them: with the model that nobody changed, under several seeds, and with one that is as accurate for other reasons.</summary>
public class ModelTestsTests
{
    [Theory]
    [InlineData("100")]
    [InlineData("7000")]
    public void The_same_model_under_another_seed_passes(string seed)
    {
        (int status, string output, _) = DotnetTest(("TYPEDEXPLAIN_SAMPLE_SEED", seed));

        Assert.True(status == 0, output);
        Assert.Contains("Passed: ", output);
    }

    [Fact]
    public void A_model_of_equal_accuracy_and_other_reasons_fails_and_people_and_features_are_named()
    {
        (int status, string output, _) = DotnetTest(("TYPEDEXPLAIN_SAMPLE_MODEL", "swapped"));

        Assert.Equal(1, status);
        Assert.Contains("Failed ModelTests.ReasonTests.The_next_model_has_the_same_reasons", output);
        Assert.Contains("The model after gives instances of Applicant other reasons than the model before, beyond what seeds do", output);
        Assert.Matches(@"Features:\s+Income: first for \d+ before, \d+ after", output);
        Assert.Matches(@"row \d+, Name Ada Adler: first Income, now Savings", output);

        // By accuracy nobody would notice.
        Assert.Contains("Failed:     1, Passed:     3", output);
    }

    private static (int Status, string Output, string Errors) DotnetTest(params (string Name, string Value)[] environment) =>
        Consumer.Attempt("dotnet", ["test", Path.Combine(Repository.Root, "samples", "ModelTests", "bin", Consumer.Configuration, "net10.0", "ModelTests.dll")], environment);
}
