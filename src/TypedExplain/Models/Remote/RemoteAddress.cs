namespace TypedExplain.Models.Remote;

/// <summary>Where a remote model is asked.</summary>
internal static class RemoteAddress
{
    /// <summary>The whole address of a model; refused where it is none of HTTP.</summary>
    /// <exception cref="InvalidOptionException">It is of another scheme, or relative where the client has no base.</exception>
    public static Uri Of(HttpClient client, Uri address)
    {
        if (!address.IsAbsoluteUri && client.BaseAddress is null)
            throw new InvalidOptionException($"The address of the remote model, {Shown(address)}, is relative, and its client has no BaseAddress; give the whole address, or set one.");
        Uri whole = address.IsAbsoluteUri ? address : new Uri(client.BaseAddress!, address);
        return whole.Scheme == Uri.UriSchemeHttp || whole.Scheme == Uri.UriSchemeHttps
            ? whole
            : throw new InvalidOptionException($"The address of the remote model, {Shown(whole)}, has the scheme {whole.Scheme}; it must be http or https.");
    }

    /// <summary>An address as messages show it: without a user's name or password, and without a query, in which keys stand.</summary>
    public static string Shown(Uri address) => address.IsAbsoluteUri
        ? address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)
        : address.OriginalString.Split('?', '#')[0];
}
