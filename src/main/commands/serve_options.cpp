#include "codec/link/link_code.h"
#include "main/commands/serve_command.h"

#include <memory>

namespace hamer {

void add_serve_command(CLI::App& app, const CommonOptions& common, int& status) {
    const auto given = std::make_shared<ServeOptions>();
    CLI::App* serve =
        app.add_subcommand("serve", "Keep a copy of what devices record, and give it to those that look on");
    serve->add_option("--listen", given->listen, "IP address and port; by default 127.0.0.1:8470")
        ->type_name("ADDRESS");
    CLI::Option* certificate =
        serve->add_option("--certificate", given->certificate, "Certificate for https, as PEM")->type_name("FILE");
    CLI::Option* key = serve->add_option("--key", given->key, "Its private key, as PEM")->type_name("FILE");
    certificate->needs(key);
    key->needs(certificate);
    serve->add_flag("--behind-proxy", given->behind_proxy, "A proxy does https, and alone can come here")
        ->excludes(certificate);
    serve->add_option("--host", given->hosts, "Name by which it is asked; may be given more than once")
        ->type_name("NAME");
    serve->add_option("--page", given->page, "Folder of the page to give out")->type_name("FOLDER");
    CLI::Option* devices = serve->add_flag("--devices", given->devices, "List the paired devices, and no more");
    CLI::Option* revoke =
        serve->add_option("--revoke", given->revoke, "End this device's pairing, and no more")->type_name("NAME");
    revoke->excludes(devices);
    serve->add_option("--pair", given->pair, "Show a code to pair one device by, for this role")
        ->check(CLI::IsMember(std::vector<std::string>(link_roles.begin(), link_roles.end())))
        ->type_name("ROLE")
        ->excludes(devices)
        ->excludes(revoke);
    serve->callback([&common, &status, given] { status = serve_command(common, *given); });
}

}  // namespace hamer
