using Microsoft.Net.Http.Headers;

namespace CreditService.Endpoints;

/// <summary>The style sheet of the pages.</summary>
public static class StyleEndpoints
{
    private static readonly byte[] s_sheet = Read();

    /// <summary>Maps it.</summary>
    public static void MapStyle(this IEndpointRouteBuilder app) => app
        .MapGet("/style.css", () => Results.Bytes(s_sheet, "text/css; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(s_sheet))}\"")))
        .ExcludeFromDescription();

    private static byte[] Read()
    {
        using Stream sheet = typeof(StyleEndpoints).Assembly.GetManifestResourceStream("style.css")!;
        using MemoryStream bytes = new();
        sheet.CopyTo(bytes);
        return bytes.ToArray();
    }
}
