using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using TypedExplain.Hosting.Tests.App;

namespace TypedExplain.Hosting.Tests.Services;

/// <summary>The application can have the model, the reference rows and the log that its services work with, and what it registered itself stays.</summary>
public sealed class HandingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("handing").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_a_service_works_with_can_be_asked_for()
    {
        int loaded = 0;
        IModel<Applicant> model = Scorecard(), small = Scorecard();
        Dataset<Applicant> rows = new(Applicants.Known.Rows.Take(40)), few = new(Applicants.Known.Rows.Take(30));
        await using ServiceProvider provider = With(explain =>
        {
            explain.AddModel(_ =>
            {
                loaded++;
                return model;
            }).AddBackground(_ => rows).AddExplainer<Applicant>().UseReceipts(_ => Log("log"));
            explain.AddModel(_ => small, "small").AddBackground(_ => few, "small").AddExplainer<Applicant>(name: "small").UseReceipts(_ => Log("small"));
        });

        Assert.Same(model, provider.GetRequiredService<IModel<Applicant>>());
        Assert.Same(rows, provider.GetRequiredService<Dataset<Applicant>>());
        Assert.Same(small, provider.GetRequiredKeyedService<IModel<Applicant>>("small"));
        Assert.Same(few, provider.GetRequiredKeyedService<Dataset<Applicant>>("small"));
        Assert.Equal(1, loaded);
        _ = await provider.GetRequiredService<IExplanationService<Applicant>>().ExplainAsync(Applicants.Denied);
        Assert.Equal(1, loaded);
        Assert.Equal((1, 0), (provider.GetRequiredService<ReceiptLog>().Head.Count, provider.GetRequiredKeyedService<ReceiptLog>("small").Head.Count));
    }

    [Fact]
    public async Task An_awaited_model_is_handed_out_as_one()
    {
        Slow model = new();
        await using ServiceProvider provider = With(explain => explain.AddAsyncModel(_ => model).AddAsyncModel(_ => model, "other"));

        Assert.Same(model, provider.GetRequiredService<IAsyncModel<Applicant>>());
        Assert.Same(model, provider.GetRequiredKeyedService<IAsyncModel<Applicant>>("other"));
        Assert.Null(provider.GetService<IModel<Applicant>>());
    }

    [Fact]
    public async Task What_the_application_registered_itself_stays()
    {
        IModel<Applicant> own = Scorecard(), later = Scorecard();
        Dataset<Applicant> rows = new(Applicants.Known.Rows.Take(40));
        FileReceiptLog log = Log("own");
        ServiceCollection services = new();
        services.AddSingleton(own).AddSingleton(rows).AddSingleton<ReceiptLog>(log).AddKeyedSingleton("small", own).AddKeyedSingleton("small", rows);
        TypedExplainBuilder explain = services.AddTypedExplain();
        explain.AddModel(provider => provider.GetRequiredService<IModel<Applicant>>()).AddBackground(provider => provider.GetRequiredService<Dataset<Applicant>>()).AddExplainer<Applicant>().UseReceipts<ReceiptLog>();
        explain.AddModel(provider => provider.GetRequiredKeyedService<IModel<Applicant>>("small"), "small").AddBackground(provider => provider.GetRequiredKeyedService<Dataset<Applicant>>("small"), "small").AddExplainer<Applicant>(name: "small");
        explain.AddModel(_ => later, "later");
        services.AddKeyedSingleton<IModel<Applicant>>("later", own);
        await using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Same(own, provider.GetRequiredService<IModel<Applicant>>());
        Assert.Same(rows, provider.GetRequiredService<Dataset<Applicant>>());
        Assert.Same(log, provider.GetRequiredService<ReceiptLog>());
        Assert.Same(own, provider.GetRequiredKeyedService<IModel<Applicant>>("small"));
        Assert.Same(own, provider.GetRequiredKeyedService<IModel<Applicant>>("later"));
        _ = await provider.GetRequiredService<IExplanationService<Applicant>>().ExplainAsync(Applicants.Denied);
        _ = await provider.GetRequiredKeyedService<IExplanationService<Applicant>>("small").ExplainAsync(Applicants.Denied);
        Assert.Equal(1, log.Head.Count);
    }

    [Fact]
    public async Task What_asks_for_itself_is_told_and_does_not_end_the_stack()
    {
        await using ServiceProvider provider = With(explain => explain
            .AddModel(own => own.GetRequiredService<IModel<Applicant>>())
            .AddBackground(own => own.GetRequiredService<Dataset<Applicant>>())
            .AddExplainer<Applicant>().UseReceipts<ReceiptLog>());

        Assert.Contains("register it before AddTypedExplain", Assert.Throws<InvalidOptionException>(provider.GetRequiredService<IExplanationService<Applicant>>).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOptionException>(provider.GetRequiredService<IModel<Applicant>>);
        Assert.Throws<InvalidOptionException>(provider.GetRequiredService<Dataset<Applicant>>);
        Assert.Throws<InvalidOptionException>(provider.GetRequiredService<ReceiptLog>);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_model_is_disposed_of_with_the_application(bool isAskedFor)
    {
        Disposed model = new();
        await using (ServiceProvider provider = With(explain => explain.AddModel(_ => model).AddExplainer<Applicant>()))
        {
            _ = provider.GetRequiredService<IExplanationService<Applicant>>();
            _ = isAskedFor ? provider.GetRequiredService<IModel<Applicant>>() : null;
            Assert.False(model.IsDisposed);
        }

        Assert.True(model.IsDisposed);
    }

    private static IModel<Applicant> Scorecard() => Model.From<Applicant>(Applicants.Score).As(OutputKind.Probability).Identified("scorecard", "2026-11", new string('a', 64));

    private static ServiceProvider With(Action<TypedExplainBuilder> register)
    {
        ServiceCollection services = new();
        register(services.AddTypedExplain());
        return services.BuildServiceProvider();
    }

    private FileReceiptLog Log(string name) => new(Path.Combine(_folder, name));

    private sealed class Disposed : IModel<Applicant>, IDisposable
    {
        public ImmutableArray<string> Outputs => ["score"];

        public bool IsDisposed { get; private set; }

        public void Score(EncodedRows<Applicant> rows, Span<double> scores) => Applicants.Model.Score(rows, scores);

        public void Dispose() => IsDisposed = true;
    }
}
