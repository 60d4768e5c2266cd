using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using TypedExplain.Hosting.Tests.App;

namespace TypedExplain.Hosting.Tests.Services;

/// <summary>What is wrong with a registration or a configuration ends the application at its start, by name.</summary>
public class StartTests
{
    [Theory]
    [InlineData("Method", "Linexx", "Explain:Method is \"Linexx\"; it must be one of Linex, Lime, SmoothedLime.")]
    [InlineData("Sampels", "100", "Sampels")]
    [InlineData("Samples", "-5", "Explain:Samples is -5; it must be at least 2, or left out.")]
    [InlineData("Samples", "many", "Explain:Samples")]
    [InlineData("Radius", "0", "Explain:Radius is 0; it must be above 0, or left out.")]
    [InlineData("Radius", "NaN", "Explain:Radius is NaN")]
    [InlineData("Environments", "1", "Explain:Environments is 1; it must be at least 2, or left out.")]
    [InlineData("MaxQueries", "0", "Explain:MaxQueries is 0; it must be at least 1.")]
    [InlineData("Concurrency", "0", "Explain:Concurrency is 0; it must be at least 1.")]
    [InlineData("Queue", "-1", "Explain:Queue is -1; it must be at least 0.")]
    [InlineData("ProtectedValues", "Hidden", "it must be one of Kept, Withheld")]
    [InlineData("Standard:MinimumFit", "2", "Explain:Standard:MinimumFit is 2; it must be at most 1.")]
    [InlineData("Standard:MinimumSignAgreement", "-0.5", "from 0 to 1")]
    [InlineData("Standard:MaximumHalfWidth", "0", "above 0")]
    [InlineData("Standard:TopReasonsDecided", "-1", "at least 0")]
    [InlineData("Standard:MissAtInstance", "-0.1", "Explain:Standard:MissAtInstance is -0.1; it must be at least 0, or left out.")]
    [InlineData("Standard:MinimumTrustHalfWidth", "-1", "Explain:Standard:MinimumTrustHalfWidth is -1; it must be a finite number, at least 0.")]
    [InlineData("Standard:MinimumTrustFidelity", "1.5", "Explain:Standard:MinimumTrustFidelity is 1.5; it must be from 0 to 1.")]
    [InlineData("Standard:MinFit", "0.5", "MinFit")]
    [InlineData("Contributions:Method", "Tree", "Automatic, KernelShap, TreeShap")]
    [InlineData("Contributions:Samples", "1", "Explain:Contributions:Samples is 1")]
    [InlineData("Decision:Cutoff", "NaN", "a finite number")]
    [InlineData("Decision:Band", "-1", "Explain:Decision:Band is -1")]
    [InlineData("Decision:Favorable", "Up", "it must be one of High, Low")]
    [InlineData("Decision:MaxReasons", "0", "at least 1")]
    [InlineData("Decision:Alternatives", "0", "at least 1")]
    [InlineData("Decision:MaxQueries", "1", "at least 2")]
    public async Task An_option_that_is_wrong_is_told_by_name(string key, string value, string told)
    {
        OptionsValidationException error = await Assert.ThrowsAsync<OptionsValidationException>(() => TestApp.StartAsync(options: new(TestApp.Options) { [$"Explain:{key}"] = value }));
        Assert.Contains(told, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once()
    {
        OptionsValidationException error = await Assert.ThrowsAsync<OptionsValidationException>(() => TestApp.StartAsync(options: new() { ["Explain:Samples"] = "0", ["Explain:Queue"] = "-2", ["Explain:Method"] = "Lime", ["Explain:Environments"] = "4" }));
        Assert.Equal(3, error.Failures.Count());
    }

    [Fact]
    public async Task A_model_that_cannot_be_loaded_ends_the_start()
    {
        using ServiceProvider provider = With(builder => builder.AddModel<Applicant>("no/such/model.onnx", _ => throw new InvalidOperationException()).AddExplainer<Applicant>());
        Assert.Contains("no/such/model.onnx", (await Assert.ThrowsAsync<FileNotFoundException>(() => Start(provider))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_explainer_without_a_model_says_what_to_register()
    {
        using ServiceProvider provider = With(builder => builder.AddExplainer<Applicant>());
        Assert.Contains("AddModel<Applicant>", (await Assert.ThrowsAsync<InvalidOptionException>(() => Start(provider))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_loader_that_gives_nothing_is_told()
    {
        using ServiceProvider provider = With(builder => builder.AddModel<Applicant>(_ => null!).AddExplainer<Applicant>());
        Assert.Contains("gave null", (await Assert.ThrowsAsync<InvalidOptionException>(() => Start(provider))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_in_code_are_validated_too()
    {
        using ServiceProvider provider = With(builder => builder.AddModel(_ => Applicants.Model).AddExplainer<Applicant>(options => options.Radius = -1));
        Assert.Contains("Radius is -1", (await Assert.ThrowsAsync<OptionsValidationException>(() => Start(provider))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_section_that_is_not_there_is_told()
    {
        OptionsValidationException error = await Assert.ThrowsAsync<OptionsValidationException>(() => TestApp.StartAsync(options: new() { ["Explian:Samples"] = "100" }));
        Assert.Contains("The configuration has no section Explain; name the one that has the options", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_explainer_is_not_added_twice()
    {
        TypedExplainBuilder builder = new ServiceCollection().AddTypedExplain();
        builder.AddExplainer<Applicant>();
        builder.AddExplainer<Applicant>(name: "small");
        Assert.Contains("AddExplainer<Applicant> was called twice, and of the first", Assert.Throws<InvalidOptionException>(() => builder.AddExplainer<Applicant>(options => options.Seed = 1)).Message, StringComparison.Ordinal);
        Assert.Contains("twice for the name small,", Assert.Throws<InvalidOptionException>(() => builder.AddExplainer<Applicant>(name: "small")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_around_that_is_none_is_told()
    {
        using ServiceProvider provider = With(builder => builder.AddModel(_ => Applicants.Model).AddExplainer<Applicant>().Use((_, _) => null!));
        Assert.Contains("What Use puts around the service of Applicant gave null", (await Assert.ThrowsAsync<InvalidOptionException>(() => Start(provider))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TreeSHAP_of_no_forest_is_told()
    {
        OptionsValidationException error = await Assert.ThrowsAsync<OptionsValidationException>(() => TestApp.StartAsync(options: new(TestApp.Options) { ["Explain:Contributions:Method"] = "TreeShap" }));
        Assert.Contains("Explain:Contributions:Method is TreeShap, and the model of Applicant is no forest; register a Forest<Applicant>", error.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider With(Action<TypedExplainBuilder> register)
    {
        ServiceCollection services = new();
        register(services.AddTypedExplain());
        return services.BuildServiceProvider();
    }

    private static async Task Start(ServiceProvider provider)
    {
        foreach (IHostedService service in provider.GetServices<IHostedService>())
            await service.StartAsync(CancellationToken.None);
    }
}
