using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Json;

/// <summary>An endpoint of ASP.NET Core answers with a result as with any other type.</summary>
public class EndpointTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_endpoint_answers_with_a_result(bool byContext)
    {
        ServiceCollection services = new();
        services.AddLogging();
        if (byContext)
            services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolver = LetterContext.Default);
        using ServiceProvider provider = services.BuildServiceProvider();
        DefaultHttpContext http = new() { RequestServices = provider, Response = { Body = new MemoryStream() } };

        await TypedResults.Ok(Settings.Loan).ExecuteAsync(http);

        http.Response.Body.Position = 0;
        Assert.Equal(StatusCodes.Status200OK, http.Response.StatusCode);
        Answers.Equal(Settings.Loan, Explanation<LoanApplication>.FromJson(http.Response.Body), Settings.Applications[1]);
    }
}
