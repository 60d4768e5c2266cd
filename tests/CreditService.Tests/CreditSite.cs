using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CreditService.Tests;

/// <summary>The sample, as it is started by who copies it, on a free port and with receipts in a folder of its own.</summary>
public sealed class CreditSite : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("credit").FullName;
    private readonly WebApplication _app;

    public CreditSite() => _app = CreditApp.Create("--urls", "http://127.0.0.1:0", "--receipts", Path.Combine(_folder, "receipts.db"), "--Logging:LogLevel:Default", "Warning");

    /// <summary>Where it is.</summary>
    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    /// <summary>Asks it.</summary>
    public HttpClient Client { get; } = new();

    /// <summary>Sends a form.</summary>
    public async Task<string> PostAsync(string path, IReadOnlyDictionary<string, string> form)
    {
        using FormUrlEncodedContent body = new(form);
        using HttpResponseMessage response = await Client.PostAsync(new Uri(path, UriKind.Relative), body);
        return await response.Content.ReadAsStringAsync();
    }

    public async Task InitializeAsync()
    {
        await _app.StartAsync();
        Client.BaseAddress = new(Address);
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
